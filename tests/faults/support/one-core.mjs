import { syncBuiltinESMExports } from "node:module";
import os from "node:os";

// A server serves from one process: what dies here is a whole server, and each process more is seconds at every start.
os.availableParallelism = () => 1;
syncBuiltinESMExports();
