import './without-eval.ts'
import '@fontsource/be-vietnam-pro/vietnamese-400.css'
import '@fontsource/be-vietnam-pro/vietnamese-600.css'
import '@fontsource/be-vietnam-pro/latin-400.css'
import '@fontsource/be-vietnam-pro/latin-600.css'
import './ui/tokens.css'
import './ui/ui.css'
import './ui/print.css'
import './account/account.css'
import './ledger/ledger.css'
import './register/register.css'
import './month/month.css'
import './club/club.css'
import './case/case.css'
import './consent/consent.css'
import './referral/referral.css'
import './directory/directory.css'
import './entitlement/entitlement.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { lookForSession } from './account/session.ts'
import { trustedWorkerAddress } from './trusted-address.ts'
import { keepFieldsOffDisk } from './ui/off-disk.ts'

const place = document.getElementById('root')
if (!place) throw new Error('the page has no root')
keepFieldsOffDisk()
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
void lookForSession()
if ('serviceWorker' in navigator && import.meta.env.PROD)
  void navigator.serviceWorker.register(trustedWorkerAddress())
