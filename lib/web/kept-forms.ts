import { showForms } from "../forms/show-forms";
import { keptWords, writtenIn } from "../forms/words";
import { picksOf } from "./form-picks";
import { formInCookie } from "./kept-cookie";
import { requestedPath } from "./request";
import { currentViewer } from "./viewer";

/** What whoever asks had typed into the forms of this page, that could not be taken then. */
export async function keptForms() {
  const [viewer, page] = [await currentViewer(), await requestedPath()];
  const inCookie = viewer ? null : await formInCookie(page);
  const kept = viewer ? await showForms(viewer, page) : inCookie ? [{ id: "", ...inCookie }] : [];
  return Promise.all(
    kept.map(async (form) => {
      const typed = form.values ?? {};
      const looking = viewer ? await picksOf(viewer, typed) : undefined;
      const values = { ...typed, ...looking?.values };
      const picks = looking && { picks: looking.picks };
      const told = form.reason === "along" && { along: { message: form.message, errors: form.errors ?? {} } };
      const written = form.reason === "gone" && { form: "", written: writtenIn(typed) };
      return { id: form.id, form: form.form, values, words: keptWords(form), ...picks, ...told, ...written };
    }),
  );
}
