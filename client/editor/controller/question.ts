/** What the document asks a person in a dialog. */
export type Question =
  | { readonly ask: "remove"; readonly itemId: string }
  | { readonly ask: "move-to-section"; readonly itemId: string }
  | { readonly ask: "raised-by"; readonly itemId: string }
  | { readonly ask: "add-below"; readonly itemId: string }
  | { readonly ask: "link" }
  | { readonly ask: "keys" };
