import { Component, type ReactNode } from 'react';

interface FailureBoundaryProps {
  children: ReactNode;
  onFailure(): void;
}

/** Shows nothing more of what failed while rendering, and says so to its parent. */
export class FailureBoundary extends Component<FailureBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(): void {
    this.props.onFailure();
  }

  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}
