import { serve } from '#kernel/http.ts';
import * as contract from './contract.ts';
import { getFunnel, getHome } from './queries/home.ts';

export const routes = [serve(contract.getHome, getHome), serve(contract.getFunnel, getFunnel)];
