import { type Figure, figureIn } from "../text/figure";
import { currentViewer } from "./viewer";

/** Counts as whoever is asking reads them. */
export const figures = async (): Promise<Figure> => figureIn((await currentViewer())?.locale ?? null);
