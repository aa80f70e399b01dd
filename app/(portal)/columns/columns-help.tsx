import type { ReactNode } from "react";

type Props = {
  /** What is said of files, and where a template is. */
  words: string;
  template: string;
  rows: readonly { key: string; title: string; what: string; example: string; wraps?: true }[];
};

/** What a CSV file may hold, for people who make one. */
export const ColumnsHelp = ({ words, template, rows }: Props): ReactNode => (
  <details className="wide min-w-0">
    <summary className="w-fit font-medium text-accent">Columns of the CSV file</summary>
    <p className="small mt-1">
      {words}{" "}
      <a className="link" href={template} download>
        Download a template
      </a>
    </p>
    <div className="card mt-3">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">What it says</th>
            <th scope="col">Example</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, title, what, example, wraps }) => (
            <tr key={key}>
              <td className={`${wraps ? "wrap-anywhere" : "wrap-normal"} font-medium`}>{title}</td>
              <td>{what}</td>
              <td>{example}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </details>
);
