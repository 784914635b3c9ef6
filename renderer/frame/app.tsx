import { RouterProvider } from '@tanstack/react-router';
import { type ReactElement, useEffect } from 'react';
import { suspendKeys } from '../keys/keys.ts';
import { useWords } from '../language.ts';
import { useCall } from '../queries.ts';
import { LoginScreen } from '../screens/login/login-screen.tsx';
import { useTextPx } from '../settings.ts';
import { LockCover } from './lock-cover.tsx';
import { Look } from './look.tsx';
import { router } from './router.tsx';
import { useStation } from './session.ts';

/** Log-in, the window itself, and the lock over it. The page stays mounted behind the lock, so nothing entered is lost. */
function Gate(): ReactElement | null {
  const say = useWords();
  const session = useCall('session.current', {});
  const station = useStation();
  const isLocked = session.data?.isLocked ?? false;
  useEffect(() => suspendKeys(isLocked), [isLocked]);
  useEffect(() => {
    document.title = station === null ? say('app.name') : `${say('app.name')} · ${station.stationName}`;
  }, [station, say]);
  // Shown while it is still being asked who is logged in: at the start the name can be typed before the service is up.
  if (session.data === null || session.data === undefined) return <LoginScreen />;
  return (
    <>
      <div className={isLocked ? 'page page-hidden' : 'page'} inert={isLocked}>
        <RouterProvider router={router} />
      </div>
      {isLocked ? <LockCover session={session.data} /> : null}
    </>
  );
}

export function App(): ReactElement {
  return (
    <Look textPx={useTextPx()}>
      <Gate />
    </Look>
  );
}
