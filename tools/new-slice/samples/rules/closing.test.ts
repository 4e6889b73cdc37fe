import { describe, expect, test } from 'vitest';
import { decideChange, decideClose } from './closing.ts';

describe('a sample', () => {
  test('that is open may be closed', () => {
    expect(decideClose('open')).toEqual({ yes: 'closed' });
  });

  test('is closed only once', () => {
    expect(decideClose('closed')).toEqual({ no: 'already_closed' });
  });

  test('that is closed is no longer changed', () => {
    expect(decideChange('open')).toEqual({ yes: 'open' });
    expect(decideChange('closed')).toEqual({ no: 'already_closed' });
  });
});
