import { Notice } from "@/components/ui/notice";
import { carrierHere } from "@/lib/carrier/carrier-here";
import type { numbersInTrouble } from "@/lib/numbers/carrier/at-carrier";
import { formatNumber } from "@/lib/numbers/format-number";

type Props = { numbers: Awaited<ReturnType<typeof numbersInTrouble>> };

/** What keeps texts from coming or going. */
export function Trouble({ numbers }: Props) {
  return (
    <>
      {!carrierHere() && (
        <Notice tone="wait">
          There is no carrier: texts wait. Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN on the server and start it
          again; what waits then leaves by itself.
        </Notice>
      )}
      {numbers.length > 0 && (
        <Notice tone="wait">
          Something is wrong at the carrier:
          <ul className="mt-1 grid gap-1">
            {numbers.map(({ id, e164, label, wrong }) => (
              <li key={id}>
                <a className="link" href={`/admin/numbers/${id}`}>
                  {formatNumber(e164)}
                </a>{" "}
                ({label}): {wrong.join(" ")}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
