import { allRoles, matrix, productNames, type Role, roleNames } from "@/lib/access/permissions";

const rows = Object.entries(matrix);

const ROWS =
  "max-sm:block max-sm:*:flex max-sm:*:flex-wrap max-sm:*:gap-x-3 max-sm:*:gap-y-0.5 max-sm:*:px-4 max-sm:*:py-3";
const CELLS =
  "[&_th]:text-base [&_th]:text-ink [&_td]:text-ink-2 max-sm:[&_th]:p-0 max-sm:[&_td]:p-0 max-sm:[&_td:empty]:hidden";

/** On a phone a line of its own, which says what it holds. */
const NOTED = "wrap-normal max-sm:basis-full max-sm:text-small";

/** Permissions by roles. On a phone each row becomes its permission and the names of the roles that have it. */
export const Matrix = () => (
  <div className="card relative mb-7">
    <table className="table max-sm:block">
      <thead className="max-sm:sr-only">
        <tr>
          <th scope="col">Permission</th>
          {allRoles.map((role) => (
            <th key={role} scope="col">
              {roleNames[role]}
            </th>
          ))}
          <th scope="col">Product</th>
          <th scope="col">Checked by</th>
        </tr>
      </thead>
      <tbody className={`${ROWS} ${CELLS}`}>
        {rows.map(([permission, { does, roles, product, answeredFor, notYet }]) => (
          <tr key={permission}>
            <th scope="row" className="max-sm:basis-full">
              {does}
            </th>
            {allRoles.map((role) => (
              <td key={role}>{roles.includes(role) && <Yes role={role} />}</td>
            ))}
            <td className={`max-sm:before:content-["Product:_"] ${NOTED}`}>{product && productNames[product]}</td>
            <td className={`max-sm:before:content-["Checked_by:_"] ${NOTED}`}>
              {answeredFor ? upper(answeredFor) : notYet ? "Not yet in this portal" : "This portal"}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** The name is for a phone, where the column's heading is out of sight. */
const Yes = ({ role }: { role: Role }) => (
  <>
    <span aria-hidden="true" className="font-semibold text-good">
      ✓
    </span>{" "}
    <span className="sm:sr-only">{roleNames[role]}</span>
  </>
);

const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
