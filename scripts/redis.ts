/**
 * Finds the Redis that the tests of several servers start; installs Debian's where there is none and it may.
 * A machine without one fails the tests, never skips them. Valkey, which speaks the same, does as well.
 */
import { firstOnPath, findOrInstall, programChosenBy } from "./programs.ts";

const names = ["valkey-server", "redis-server"];

/**
 * Path of the program, after installing Debian's package where it is missing and we are root on a machine with
 * apt-get. The environment variable `REDIS_SERVER` names one that is not on the PATH.
 *
 * @throws with a sentence that says what to install, where we may not.
 */
export function findOrInstallRedis(): string {
  return findOrInstall(find, {
    whatFor: "Redis for the tests of several servers",
    packages: ["redis-server"],
    otherwise:
      "The tests of several servers need Redis or Valkey. Install it (on Debian or Ubuntu: " +
      "sudo apt-get install --no-install-recommends redis-server), or set REDIS_SERVER to its path.",
  });
}

function find(): string | null {
  return programChosenBy("REDIS_SERVER", "a Redis or Valkey server") ?? firstOnPath(names);
}
