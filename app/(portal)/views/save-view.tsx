"use client";

import { lazy } from "react";
import type { Kept } from "./view-form";

/** A form's script is some of the list's largest: it comes where the list is narrowed, and not with every list. */
const ViewForm = lazy(async () => ({ default: (await import("./view-form")).ViewForm }));

export const SaveView = (kept: Kept) => <ViewForm {...kept} />;
