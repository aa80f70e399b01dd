"use server";

import { ChangeMany, changeMany } from "@/lib/members/bulk/change-many";
import { goTo } from "@/lib/web/back";
import { formAction } from "@/lib/web/form-action";
import { afterwards } from "./addresses";
import { doneWords } from "./words";

export const changeThem = formAction(ChangeMany, changeMany, (done) => goTo(afterwards(done), doneWords(done)));
