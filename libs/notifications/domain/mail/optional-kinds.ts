/** Mails that their readers may do without. That it is somebody's turn to confirm is always told. */
export const optionalKinds = ['reminder', 'hours-moved'] as const;
export type OptionalKind = (typeof optionalKinds)[number];

export function isOptional(kind: string): kind is OptionalKind {
  return optionalKinds.some((one) => one === kind);
}
