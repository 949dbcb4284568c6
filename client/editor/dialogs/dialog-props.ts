/** What a dialog about one item is given. */
export interface ItemDialogProps {
  readonly itemId: string;
  readonly onClose: () => void;
}
