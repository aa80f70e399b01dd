/** The one box of the forms of a group. */
export const locationChecks = {
  name: "isLocation",
  legend: "Kind",
  options: [{ value: "on", label: "Location" }],
  hint: "A place that customers know, such as a store or an office.",
};
