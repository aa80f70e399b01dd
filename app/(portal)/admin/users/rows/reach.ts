/** What comes with the first press; nothing where the server can't be reached. */
export async function reach<T>(load: () => Promise<T>): Promise<T | undefined> {
  try {
    return await load();
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}
