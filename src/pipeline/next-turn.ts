/** Lets everything that waits have its turn: signals, timers, answers of other threads. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
