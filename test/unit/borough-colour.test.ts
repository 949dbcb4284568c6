/** The colours of boroughs: readable letters on them, and told apart by everybody. */
import { expect, test } from "vitest";
import { boroughColour, boroughColours } from "../../client/connection/borough-colour.ts";

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];

/** Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision deficiency" (2009), severity 1. */
const sights: Readonly<Record<string, Matrix>> = {
  "full colour sight": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

test("white letters have a contrast of at least 4.5 to 1 on every colour", () => {
  for (const colour of boroughColours) {
    const [red, green, blue] = linear(colour);
    const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    expect(1.05 / (luminance + 0.05), colour).toBeGreaterThanOrEqual(4.5);
  }
});

test.each(Object.entries(sights))("every two colours look different with %s", (_name, sight) => {
  const seen = boroughColours.map((colour) => ({
    colour,
    at: oklab(seenWith(sight, linear(colour))),
  }));
  for (const [index, one] of seen.entries()) {
    for (const other of seen.slice(index + 1)) {
      const distance = Math.hypot(...one.at.map((part, axis) => part - (other.at[axis] ?? 0)));
      expect(distance, `${one.colour} and ${other.colour}`).toBeGreaterThan(0.08);
    }
  }
});

test("a borough has its colour by when it came, and a ninth begins again", () => {
  const boroughs = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
  expect(boroughs.map((id) => boroughColour(id, boroughs))).toEqual([
    ...boroughColours,
    boroughColours[0],
  ]);
});

function linear(colour: string): Triple {
  const part = (from: number): number => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

function seenWith(sight: Matrix, [red, green, blue]: Triple): Triple {
  const part = ([r, g, b]: Triple): number =>
    Math.min(1, Math.max(0, r * red + g * green + b * blue));
  return [part(sight[0]), part(sight[1]), part(sight[2])];
}

/** Björn Ottosson, "A perceptual color space for image processing" (2020). */
function oklab([red, green, blue]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
