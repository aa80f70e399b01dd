import type { ComponentProps } from "react";

export type Variant = "primary" | "secondary" | "danger" | "quiet";
export type Size = "small" | "wide" | "icon";

/** The classes of a button, for the rare element that is neither a Button nor a ButtonLink. */
export const buttonClass = (variant: Variant = "secondary", size?: Size) =>
  `btn${variant === "secondary" ? "" : ` btn-${variant}`}${size ? ` btn-${size}` : ""}`;

type Look = { variant?: Variant; size?: Size };

export function Button({
  variant,
  size,
  type = "button",
  ...rest
}: Look & Omit<ComponentProps<"button">, "className">) {
  return <button type={type} className={buttonClass(variant, size)} {...rest} />;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ variant, size, ...rest }: Look & Omit<ComponentProps<"a">, "className">) {
  return <a className={buttonClass(variant, size)} {...rest} />;
}
