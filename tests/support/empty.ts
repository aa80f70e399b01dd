// Stands in for "server-only", whose own file throws outside of a build.
export {};
