import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FormContext, type Values } from "@/components/form/context";
import { IncludeAnyway } from "./include-anyway";
import { Mapping } from "./mapping";

const column = (heading: string, field: string) => ({ heading, field, samples: [], note: "" });
const source = {
  columns: [column("Email", "email"), column("First Name", "firstName"), column("Role", "roles")],
  ...{ alphabet: null, secret: [], reading: 0 },
};

const chosen = (html: string) => [...html.matchAll(/<option value="([^"]*)" selected/g)].map(([, value]) => value);
const refused = (values: Values, children: ReactElement) =>
  renderToStaticMarkup(
    <FormContext value={{ state: { ok: false, errors: {}, values, attempt: 1 }, values: {} }}>{children}</FormContext>,
  );

test("after a refusal the columns are read as they were chosen", () => {
  const mapping = <Mapping source={source} purpose="invitations" />;
  expect(chosen(renderToStaticMarkup(mapping))).toEqual(["0:email", "1:firstName", "2:roles"]);
  const column = ["0:email", "1:lastName", "2:roles"];
  expect(chosen(refused({ column }, mapping))).toEqual(["0:email", "1:lastName", "2:roles"]);
  expect(chosen(refused({ column, ignore: "2" }, mapping))).toEqual(["0:email", "1:lastName", "2:"]);
});

test("after a refusal those stay included who were ticked, and on other pages as they were", () => {
  const tick = (position: number, isIncluded: boolean) => (
    <IncludeAnyway form="preview" {...{ position, isIncluded }} />
  );
  const isTicked = (html: string) => html.includes("checked");
  const values = { shown: ["2", "3"], include: "3" };
  expect([tick(2, true), tick(3, false)].map((each) => isTicked(refused(values, each)))).toEqual([false, true]);
  expect([tick(4, true), tick(5, false)].map((each) => isTicked(refused(values, each)))).toEqual([true, false]);
});

test("only a column's select is labelled with its heading", () => {
  const html = renderToStaticMarkup(<Mapping source={source} purpose="invitations" />);
  expect(html).not.toContain("aria-label");
  expect(html.match(/<label[^>]*>First Name<\/label>/g)).toHaveLength(1);
});
