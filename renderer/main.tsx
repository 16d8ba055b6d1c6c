import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Desk } from './desk/desk.tsx';
import './controls/screen-face.css';
import './controls/tokens.css';
import './controls/controls.css';
import './desk/desk.css';
import { hostDoor } from './door/host-door.ts';

const place = document.getElementById('desk');
if (place === null) throw new Error('index.html has lost its #desk');
createRoot(place).render(
  <StrictMode>
    <Desk host={hostDoor()} />
  </StrictMode>,
);
