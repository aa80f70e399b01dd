import { live } from "./support/life";
import { runApp } from "./support/run-app";

await live(() => runApp({ dev: true }));
