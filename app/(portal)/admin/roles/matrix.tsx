import { allRoles, matrix, productNames, type Role, roleNames } from "@/lib/access/permissions";

const rows = Object.entries(matrix);

/** Permissions by roles. On a phone each row becomes its permission and the names of the roles that have it. */
export const Matrix = () => (
  <div className="card roles">
    <table className="table">
      <thead>
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
      <tbody>
        {rows.map(([permission, { does, roles, product, answeredFor, notYet }]) => (
          <tr key={permission}>
            <th scope="row">{does}</th>
            {allRoles.map((role) => (
              <td key={role}>{roles.includes(role) && <Yes role={role} />}</td>
            ))}
            <td>{product && productNames[product]}</td>
            <td>{answeredFor ? upper(answeredFor) : notYet ? "Not yet in this portal" : "This portal"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** The name is for a phone, where the column's heading is out of sight. */
const Yes = ({ role }: { role: Role }) => (
  <>
    <span aria-hidden="true">✓</span> <span className="roles-name">{roleNames[role]}</span>
  </>
);

const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
