/** What differs for one borough in the example, each written by somebody of that borough. */
import type { ExampleDifference } from "./example-types.ts";

export const differs: readonly ExampleDifference[] = [
  {
    item: "two-hour-windows",
    by: "tom",
    text: "From 1 April 2027. Until then Hackney's works contractor offers windows of four hours, and the window is one of the settings that Hackney changes itself.",
  },
  {
    item: "chosen-channel",
    by: "grace",
    text: "Letters can also be had in large print and in braille, and in Spanish, French and Somali.",
  },
  {
    item: "systems-that-stay",
    by: "helen",
    text: "Camden's own repairs team goes on planning its days in the planning tool it has. The service hands jobs over to that tool and takes back what was done.",
  },
];
