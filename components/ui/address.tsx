import { Fragment } from "react";

/** An address or a username, which goes on in the next line after one of its signs and nowhere else. */
export const Address = ({ of }: { of: string }) =>
  of.split(/(?<=[@._/-])(?=.)/).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));
