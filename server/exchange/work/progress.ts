/** How far a piece of work is. */
export interface Progress {
  /** What is being done, for the person who waits: "Reading the rows". */
  readonly doing: string;
  /** 0 to 1, or null while nobody can say. */
  readonly done: number | null;
}

/** Says how far it is. May be called as often as one likes: only some of it is passed on. */
export type Tell = (progress: Progress) => void;
