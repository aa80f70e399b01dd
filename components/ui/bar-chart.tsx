import { scaleBand, scaleLinear } from "d3-scale";
import { Fragment, useId } from "react";
import type { Figure } from "@/lib/text/figure";

export type Series = { name: string; tone: keyof typeof tones };

/** `said`: what it stands for, "12 Oct"; one value for each series. */
export type Bar = { key: string; said: string; values: readonly number[] };

type Props = {
  /** What is shown, in words, for who doesn't see it: the figures themselves stand in a table beside it. */
  title: string;
  series: readonly Series[];
  bars: readonly Bar[];
  /** Under the first bar and the last one. */
  ends: readonly [string, string];
  figure: Figure;
};

const tones = { accent: "fill-accent", plain: "fill-ink-3" } as const;

const HEIGHT = 140;
const TOP = 8;
/** As wide as there is room; what is drawn is stretched to it, what is written is not. */
const WIDTH = 1000;
/** One bar alone is still a bar. */
const WIDEST = 60;

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** Bars over time, of one series or several on top of each other, drawn where the page is made. */
export function BarChart({ title, series, bars, ends, figure }: Props) {
  const id = useId();
  const most = Math.max(1, ...bars.map(({ values }) => sum(values)));
  const y = scaleLinear([0, most], [HEIGHT, TOP]).nice(3);
  const x = scaleBand(
    bars.map(({ key }) => key),
    [0, WIDTH],
  ).paddingInner(0.2);
  const width = Math.min(x.bandwidth(), WIDEST);
  // The first one stands above the first of the words below, the last one above the last.
  const step = bars.length > 1 ? (WIDTH - width) / (bars.length - 1) : 0;
  const ticks = y.ticks(3).filter(Number.isInteger);
  return (
    <div>
      {series.length > 1 && (
        <ul className="flex gap-4 text-small text-ink-2" aria-hidden="true">
          {series.map(({ name, tone }) => (
            <li key={name} className="flex items-center gap-1.5">
              <svg width="10" height="10" aria-hidden="true">
                <rect width="10" height="10" rx="2" className={tones[tone]} />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
      <div className="mt-2 flex gap-2">
        <svg width="40" height={HEIGHT} className="flex-none overflow-visible" aria-hidden="true">
          {ticks.map((tick) => (
            <text
              key={tick}
              x="40"
              y={y(tick)}
              dy="0.32em"
              textAnchor="end"
              className="fill-ink-2 text-small tabular-nums"
            >
              {figure(tick)}
            </text>
          ))}
        </svg>
        <svg
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          height={HEIGHT}
          preserveAspectRatio="none"
          className="w-full min-w-0 overflow-visible"
          role="img"
          aria-labelledby={id}
        >
          <title id={id}>{title}</title>
          {ticks.map((tick) => (
            <line
              key={tick}
              x2={WIDTH}
              y1={y(tick)}
              y2={y(tick)}
              className="stroke-line"
              vectorEffect="non-scaling-stroke"
            />
          ))}
          {bars.map(({ key, said, values }, nth) => (
            <g key={key}>
              <title>{`${said}: ${wordsOf(values, series, figure)}`}</title>
              <rect x={nth * step} width={width} y={TOP} height={HEIGHT - TOP} fill="none" pointerEvents="all" />
              {series.map(({ name, tone }, at) => {
                const [below, value] = [sum(values.slice(0, at)), values[at] ?? 0];
                return value > 0 ? (
                  <rect
                    key={name}
                    x={nth * step}
                    width={width}
                    y={y(below + value)}
                    height={y(below) - y(below + value)}
                    className={tones[tone]}
                  />
                ) : (
                  <Fragment key={name} />
                );
              })}
            </g>
          ))}
        </svg>
      </div>
      <p className="mt-1 flex justify-between pl-12 text-small text-ink-2" aria-hidden="true">
        {[...new Set(ends)].map((end) => (
          <span key={end}>{end}</span>
        ))}
      </p>
    </div>
  );
}

const wordsOf = (values: readonly number[], series: readonly Series[], figure: Figure) =>
  series.length === 1
    ? figure(values[0] ?? 0)
    : series.map(({ name }, at) => `${figure(values[at] ?? 0)} ${name.toLowerCase()}`).join(", ");
