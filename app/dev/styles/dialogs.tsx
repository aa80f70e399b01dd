import { FormFoot } from "@/components/form/section";
import { Button, ButtonLink } from "@/components/ui/button";
import { MoreActions } from "@/components/ui/more-actions";
import { Both, Row } from "./both";
import { OneButton, OverThePage, WholeForm } from "./forms";
import { Question, Refused } from "./question";

/** What opens over a page, standing in it; a question can be pressed open as well. */
export const Dialogs = () => (
  <>
    <Both title="Menus and dialogs">
      <div className="menu static" role="menu" aria-label="Actions for Ben Ortiz">
        <a role="menuitem" href="#content">
          Edit
        </a>
        <button type="button" role="menuitem">
          Resend invitation
        </button>
        <button type="button" role="menuitem" className="menu-bad">
          Delete
        </button>
      </div>
      <Row>
        <MoreActions>
          <ButtonLink href="#content">Import Contacts</ButtonLink>
          <ButtonLink href="#content">Contact groups</ButtonLink>
        </MoreActions>
        <ButtonLink href="#content">+ Add Contact</ButtonLink>
      </Row>
      <Question />
      <Refused />
    </Both>
    <Both title="Over the page">
      <OverThePage />
    </Both>
    <Both title="A form">
      <WholeForm />
    </Both>
    <Both title="Forms of one button">
      <OneButton />
    </Both>
    <Both title="Save bar">
      <FormFoot sticks>
        <Button variant="primary">Save</Button>
        <Button variant="quiet">Cancel</Button>
        <p className="ml-auto min-h-5 text-small text-wait">Unsaved changes</p>
      </FormFoot>
    </Both>
  </>
);
