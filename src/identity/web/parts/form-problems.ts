import type { Problem } from '#kernel/web/api.ts';
import type { FormProblem } from '#ui/form-check.ts';

/** A refusal as a form shows it: at the field if it names one, else over the form. */
export function formProblems(problem: Problem): FormProblem[] {
  return problem.errors.length > 0 ? [...problem.errors] : [{ message: problem.message }];
}
