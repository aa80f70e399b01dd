import { Fragment } from "react";

type Props = { of: string };

/** An address or a username, which goes on in the next line after one of its signs and nowhere else. */
export const Address = ({ of }: Props) => breaking(of.split(/(?<=[@._/-])(?=.)/));

/** Where a request came from: 203.0.113.205 stays in one line, an address of the longer kind goes on after a colon. */
export const IpAddress = ({ of }: Props) => <span className="wrap-normal">{breaking(of.split(/(?<=:)(?=.)/))}</span>;

const breaking = (parts: readonly string[]) =>
  parts.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));
