/** How long the random tests run, and with what seed: short in `npm test`, longer when asked. */

export function secondsUnderFire(usually: number): number {
  return Number(process.env["FIRE_SECONDS"] ?? usually);
}

export function seedOfRun(): number {
  return Number(process.env["SEED"] ?? Date.now() % 2 ** 31);
}
