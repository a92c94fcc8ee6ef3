/** The answer of one request to IndexedDB. */
export function answerOf<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException('The browser storage refused'));
  });
}

/** Resolves once everything in the transaction is stored. */
export function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('The browser storage refused'));
  });
}

export type Database = {
  readonly read: (store: string) => Promise<IDBObjectStore>;
  /**
   * `durability: 'strict'` waits for the disk: without it Chrome answers as soon as the operating system has the bytes,
   * which a power cut takes away again.
   */
  readonly write: (store: string, change: (records: IDBObjectStore) => void) => Promise<void>;
};

/** A database that is opened when it is first needed, and again if it could not be opened before. */
export function storageOn(factory: IDBFactory, name: string, make: (database: IDBDatabase) => void): Database {
  let opened: Promise<IDBDatabase> | undefined;
  const open = async (): Promise<IDBDatabase> => {
    const request = factory.open(name, 1);
    request.onupgradeneeded = () => make(request.result);
    return answerOf(request);
  };
  const database = (): Promise<IDBDatabase> => {
    opened ??= open().catch((cause: unknown) => {
      opened = undefined; // storage that was blocked may be free at the next try
      throw cause;
    });
    return opened;
  };
  return {
    read: async (store) => (await database()).transaction(store).objectStore(store),
    write: async (store, change) => {
      const transaction = (await database()).transaction(store, 'readwrite', { durability: 'strict' });
      change(transaction.objectStore(store));
      await committed(transaction);
    },
  };
}
