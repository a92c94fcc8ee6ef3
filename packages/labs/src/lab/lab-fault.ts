/** Something an author can mend, at a place within the lab's file. */
export type LabFaultAt = { readonly path: readonly PropertyKey[]; readonly message: string };

/** Notes a fault: a sentence that says what is wrong and what to do. */
export type Say = (path: readonly PropertyKey[], message: string) => void;
