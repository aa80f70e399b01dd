export type Fields = readonly (readonly [string, string])[];

const BOUNDARY = "----a-boundary";
export const FORM_TYPE = `multipart/form-data; boundary=${BOUNDARY}`;

/** A form's bytes as a browser writes them. */
export const formBytes = (fields: Fields) =>
  `${fields.map(([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join("")}--${BOUNDARY}--\r\n`;

const ACTION = "7f".repeat(21);
const STATE = '{"ok":false,"errors":{},"values":{},"attempt":0}';

/** What React adds to a form that is sent without a script. */
export const callWithoutScript = (state = `[${STATE}]`, action = `{"id":"${ACTION}","bound":"$@1"}`): Fields => [
  ["$ACTION_REF_1", ""],
  ["$ACTION_1:0", action],
  ["$ACTION_1:1", state],
  ["$ACTION_KEY", "k35caa9b5007444ba72dce6dea594023f"],
];

/** And what it makes of one that is sent by a script. */
export const callByScript = (fields: Fields, call = `[${STATE},"$K1"]`): Fields => [
  ...fields.map(([name, value]) => [`_1_${name}`, value] as const),
  ["0", call],
];

/** A request that posts a form. */
export const posted = (fields: Fields, headers: Record<string, string> = {}) => {
  const body = formBytes(fields);
  return {
    method: "POST",
    headers: { "content-type": FORM_TYPE, "content-length": String(Buffer.byteLength(body)), ...headers },
    body,
  };
};

export const byScript = { "next-action": ACTION };
