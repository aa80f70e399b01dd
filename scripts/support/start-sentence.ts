import { userInfo } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { damaged } from "@/db/embedded/damaged";
import { env, StartProblem } from "@/lib/env";

/**
 * What whoever starts Lineup reads when that fails: one sentence with what to do, for whatever they can put right. A
 * fault of ours is `undefined`: it needs its stack.
 */
export function startSentence(error: unknown): string | undefined {
  if (error instanceof StartProblem) return error.message;
  if (error instanceof postgres.PostgresError) return fromDatabase(error);
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && /^CONN/.test(String(error.code)))
    return `The connection to the database broke while Lineup started (${error.code}): start again.`;
  return (
    (isFromSystem(error) ? fromSystem(error) : undefined) ?? (error.cause ? startSentence(error.cause) : undefined)
  );
}

const isFromSystem = (error: Error): error is SystemError => "syscall" in error;

function fromSystem({ code, path: file, address, port, message }: SystemError) {
  if (address) return `Nobody answers at ${address}:${port} (${code}). See whether PostgreSQL runs there.`;
  const where = file ? path.resolve(file) : path.resolve(env().dataDir);
  const instead = isInside(where, env().dataDir) ? ", or set DATA_DIR to another folder" : "";
  const may = ` may not be read or written by ${userName()}: give it to that user (chown)${instead}.`;
  if (code === "ENOSPC" || code === "EDQUOT")
    return `There is no space left on the disk for ${where}: make room${instead}.`;
  if (code === "EROFS") return `${where} is on a disk that can only be read: make it writable${instead}.`;
  if (code === "EACCES" || code === "EPERM") return `${where}${may}`;
  if (code === "EISDIR" || code === "ERR_FS_EISDIR")
    return `${where} is a folder, and a file is needed there: move it away${instead}.`;
  if (code === "ENOTDIR" || code === "EEXIST")
    return `${where} can't be a folder, because a file is in the way: move that away${instead}.`;
  return file && `${where} can't be used (${message}): put it right${instead}.`;
}

type SystemError = NodeJS.ErrnoException & { address?: string; port?: number };

const isInside = (file: string, folder: string) => !path.relative(path.resolve(folder), file).startsWith("..");

function userName() {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.()}`; // Without an entry in the list of users, as in some containers.
  }
}

/** PostgreSQL's classes: 28 who we are, 3D and 58 and XX what is missing or torn, 53 what is used up. */
function fromDatabase({ code, message }: postgres.PostgresError): string | undefined {
  const { embedded, dataDir } = env();
  const dir = path.resolve(dataDir);
  if (code === "53100")
    return `There is no space left on the database's disk (${message}): make room, then start again.`;
  if (/^(53|57P|55P)/.test(code)) return `The database can't be used now (${message}): start again in a while.`;
  if (embedded && code.startsWith("28"))
    return `The database in ${dir} doesn't take the password in database.json beside it: restore both from one copy.`;
  if (embedded && /^(3D|58|XX)/.test(code)) return damaged(dir, message).message;
  if (/^(28|3D|42501)/.test(code))
    return `The role in DATABASE_URL can't use its database (${message}): it must own it, see Deploying in README.md.`;
  if (/extension .* is not available/.test(message))
    return `The database can't be prepared (${message}): install PostgreSQL's contrib extensions on its server.`;
  return undefined;
}
