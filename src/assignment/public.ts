export { type ResponsesAsked, sumFirstResponses } from './queries/responses.ts';
