/**
 * The origin of every transaction that a person's own act makes outside the editor: making, moving,
 * removing an item, its priority. Undo takes these back and leaves other people's acts alone.
 */
export const localAct: { readonly name: "local act" } = { name: "local act" };
