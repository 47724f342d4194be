import { GuardedEmitter } from './guard.ts'

class PowerMonitor extends GuardedEmitter {
  _idleSeconds = 0
  _isLocked = false
  onBatteryPower = false

  constructor() {
    super('powerMonitor')
    this.on('lock-screen', () => {
      this._isLocked = true
    })
    this.on('unlock-screen', () => {
      this._isLocked = false
    })
  }
  getSystemIdleTime(): number {
    return this._idleSeconds
  }
  getSystemIdleState(thresholdSeconds: number): 'active' | 'idle' | 'locked' {
    if (this._isLocked) return 'locked'
    return this._idleSeconds >= thresholdSeconds ? 'idle' : 'active'
  }
  isOnBatteryPower(): boolean {
    return this.onBatteryPower
  }
}

export const powerMonitor = new PowerMonitor()
