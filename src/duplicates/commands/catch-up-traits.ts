import { catchUp } from '../store/traits.ts';

/** Reads every record anew whose kept form is missing or old. Returns how many there were. */
export const catchUpTraits = catchUp;
