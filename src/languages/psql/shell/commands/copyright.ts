import { COPYRIGHT_TEXT } from '../../help/copyright-text';
import type { Command } from '../command';

/** \copyright */
export const copyrightCommand: Command = ({ shell }) => {
  shell.write(COPYRIGHT_TEXT);
  return 'done';
};
