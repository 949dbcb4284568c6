/**
 * Finds the HAProxy that the tests of `deploy/haproxy.cfg` start; installs Debian's where there is none and it
 * may. A machine without one fails the tests, never skips them.
 */
import { firstOnPath, findOrInstall, programChosenBy } from "./programs.ts";

/**
 * Path of the program, after installing Debian's package where it is missing and we are root on a machine with
 * apt-get. The environment variable `HAPROXY` names one that is not on the PATH.
 *
 * @throws with a sentence that says what to install, where we may not.
 */
export function findOrInstallHaproxy(): string {
  return findOrInstall(find, {
    whatFor: "HAProxy for the tests of the balancer",
    packages: ["haproxy"],
    otherwise:
      "The tests of the balancer need HAProxy. Install it (on Debian or Ubuntu: " +
      "sudo apt-get install --no-install-recommends haproxy), or set HAPROXY to its path.",
  });
}

function find(): string | null {
  return programChosenBy("HAPROXY", "an HAProxy") ?? firstOnPath(["haproxy"]);
}
