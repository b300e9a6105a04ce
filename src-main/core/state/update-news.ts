import type { Updates } from '#contract/updates';

/** What is known of newer versions in this run. */
export type UpdateNews = Pick<Updates, 'stage' | 'version' | 'percent' | 'lookedAt' | 'failure'>;

export const noUpdateNews: UpdateNews = {
  stage: 'unknown',
  version: null,
  percent: 0,
  lookedAt: null,
  failure: null,
};
