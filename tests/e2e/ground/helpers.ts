import type { Running } from './launcher';

/** The processes of one of Latchkey's helpers, such as `Latchkey sealing`. */
export const helpers = ({ app }: Running, name: string): Promise<number[]> =>
  app.evaluate(
    ({ app: electron }, wanted) =>
      electron
        .getAppMetrics()
        .filter((one) => one.name === wanted)
        .map(({ pid }) => pid),
    name,
  );
