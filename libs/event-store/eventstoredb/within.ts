/** @throws what `late` makes where the answer takes longer */
export function within<T>(ms: number, answer: Promise<T>, late: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(late());
    }, ms);
    void answer.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
