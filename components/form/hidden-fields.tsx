/** What a form sends without showing: its once key and the ids it is about. */
export function HiddenFields({ once, fields = {} }: { once: string; fields?: Record<string, string> | undefined }) {
  return (
    <>
      <input type="hidden" name="once" value={once} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}
