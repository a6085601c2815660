const script = document.currentScript as HTMLScriptElement | null;

/** Where this script came from is where it asks, and where its chapters are. */
export const server = new URL(script?.src ?? location.href).origin;
