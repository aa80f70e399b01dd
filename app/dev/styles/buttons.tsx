import { Button, ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icons";
import { Both, Row } from "./both";

const variants = [
  { variant: "primary", words: "Send Invite" },
  { variant: "secondary", words: "Export CSV" },
  { variant: "danger", words: "Delete" },
  { variant: "quiet", words: "Cancel" },
] as const;

/** Each kind in each state that a page can show by itself; under the pointer and with the focus it is tried by hand. */
export const Buttons = () => (
  <Both title="Buttons">
    {variants.map(({ variant, words }) => (
      <Row key={variant}>
        <Button variant={variant}>{words}</Button>
        <Button variant={variant} size="small">
          {words}
        </Button>
        <ButtonLink variant={variant} href="#content">
          <Icon name="plus" />
          {words}
        </ButtonLink>
        <Button variant={variant} disabled>
          {words}
        </Button>
        <Button variant={variant} aria-busy disabled>
          {words}
        </Button>
      </Row>
    ))}
    <Row>
      <Button variant="quiet" size="icon" aria-label="Close">
        <Icon name="close" />
      </Button>
      <Button size="icon" aria-label="Copy">
        <Icon name="copy" />
      </Button>
      <a className="link" href="#content">
        All activity by and about them
      </a>
    </Row>
    <Button variant="primary" size="wide">
      Log in
    </Button>
  </Both>
);
