"""Simulates T1 and T4 of the yearly analysis where nothing changes, written from the definition and apart from klacht's code:
a second opinion on the first column of docs/false-alarms.md. Needs numpy and scipy. `python3 benches/reference/trend_words.py`
"""
import numpy as np
from scipy import stats,special
rng=np.random.default_rng(5)
days=np.array([31,28,31,30,31,30,31,31,30,31,30,31.]);N=20000
def nb(m,phi,size):
    m=np.broadcast_to(m,size)
    if phi==1: return rng.poisson(m)
    return rng.negative_binomial(m/(phi-1),1/phi)
def mk(Y):
    n=Y.shape[1];i,j=np.triu_indices(n,1);S=np.sign(Y[:,j]-Y[:,i]).sum(1)
    p=np.empty(len(Y))
    # exact null distribution of inversions
    d=np.array([1.])
    for k in range(1,n+1): d=np.convolve(d,np.ones(k))
    d/=d.sum(); M=n*(n-1)//2; sv=M-2*np.arange(M+1)
    for r in range(len(Y)):
        u,c=np.unique(Y[r],return_counts=True)
        if len(u)==n: p[r]=min(1,d[np.abs(sv)>=abs(S[r])].sum())
        else:
            var=(n*(n-1)*(2*n+5)-(c*(c-1)*(2*c+5)).sum())/18
            p[r]=1 if var==0 or S[r]==0 else 2*stats.norm.sf((abs(S[r])-1)/np.sqrt(var))
    return p
for size,phi in [(5,1),(5,2),(5,5),(12,5),(120,5),(1200,2)]:
    m=size*days/365
    b=np.stack([nb(m,phi,(N,12)) for _ in range(2)],1); y=nb(m,phi,(N,12)); early=nb(size,phi,(N,7))
    tot=b.sum(2); e=tot[:,:,None]*days/365
    with np.errstate(all='ignore'):
        t=np.where(e>0,(b-e)**2/np.where(e>0,e,1),0).sum((1,2))
    df=22; k=(stats.t.isf(.025,df)/stats.norm.isf(.025))**2
    f=np.maximum(1,k*t/df); x1=y.sum(1);x0=tot.sum(1);s=.5;v=f*(1+s);q=1-1/v
    up=np.where(x1==0,1,special.betainc(np.maximum(x1,1),(x0+1)*s/(v-1),q))
    lo=np.where(x0==0,1,1-special.betainc(x1+1,np.where(x0>0,x0,1)*s/(v-1),q))
    p1=np.minimum(1,2*np.minimum(up,lo)); p4=mk(np.concatenate([early,tot,x1[:,None]],1))
    print(size,phi,'T1 alone %.2f%%'%(100*(p1<.05).mean()),'T1 or T4 under Holm %.2f%%'%(100*(2*np.minimum(p1,p4)<.05).mean()))
