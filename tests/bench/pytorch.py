"""The step of tests/bench in PyTorch. The first line on stdin describes it; every further line asks for a window."""

import json
import os
import re
import resource
import sys
import time

import torch
import torch.nn.functional as F
from torch import nn

setup = json.loads(sys.stdin.readline())
torch.set_num_threads(setup["threads"])
torch.manual_seed(1)
device = torch.device(setup["device"])
m, latent = setup["batchSize"], setup["latentSize"]
# Channels come first here.
sample = setup["sample"][-1:] + setup["sample"][:-1]
pool = torch.tensor(setup["pool"], dtype=torch.float32, device=device).reshape(-1, *sample)


class Shape(nn.Module):
    def __init__(self, *shape):
        super().__init__()
        self.shape = shape

    def forward(self, x):
        return x.reshape(x.shape[0], *self.shape)


class Deviation(nn.Module):
    def __init__(self, members):
        super().__init__()
        self.members = members

    def forward(self, x):
        dealt = x.reshape(self.members, x.shape[0] // self.members, -1)
        spread = (dealt.var(0, unbiased=False) + 1e-8).sqrt().mean(1)
        channel = spread.repeat(self.members).reshape(-1, 1, 1, 1).expand(-1, 1, *x.shape[2:])
        return torch.cat([x, channel], 1)


def same_transpose(layer, channels):
    k, s = layer["kernel"], layer["stride"]
    pad = (k - s + 1) // 2
    return nn.ConvTranspose2d(channels, layer["filters"], k, s, pad, output_padding=2 * pad + s - k)


def module(layer, shape):
    kind = layer["type"]
    channels = shape[-1]
    if kind == "dense":
        return nn.Linear(channels, layer["units"])
    if kind == "conv":
        k, s = layer["kernel"], layer["stride"]
        return nn.Conv2d(channels, layer["filters"], k, s, (k - s + 1) // 2)
    if kind == "convTranspose":
        return same_transpose(layer, channels)
    if kind == "batchNorm":
        return (nn.BatchNorm2d if len(shape) == 3 else nn.BatchNorm1d)(channels)
    if kind == "minibatchStddev":
        return Deviation(layer["group"])
    if kind == "dropout":
        return nn.Dropout(layer["rate"])
    if kind == "flatten":
        return nn.Flatten()
    if kind == "reshape":
        return Shape(layer["channels"], layer["height"], layer["width"])
    return {"leakyRelu": nn.LeakyReLU(0.2), "relu": nn.ReLU(), "tanh": nn.Tanh(), "linear": nn.Identity()}[layer["fn"]]


def network(rows, shape):
    modules = []
    for row in rows:
        modules.append(module(row["layer"], shape))
        shape = row["output"]
    return nn.Sequential(*modules).to(device)


def adam(net):
    numbers = setup["adam"]
    return torch.optim.Adam(net.parameters(), numbers["rate"], (numbers["beta1"], numbers["beta2"]), numbers["epsilon"])


G = network(setup["generatorRows"], [latent])
D = network(setup["discriminatorRows"], setup["sample"])
opt_g, opt_d = adam(G), adam(D)


def loss_d(x, fake):
    real, generated = D(x), D(fake)
    if setup["objective"] == "non-saturating":
        return F.softplus(-real).mean() + F.softplus(generated).mean()
    epsilon = torch.rand(m, *[1 for _ in sample], device=device)
    between = (fake + epsilon * (x - fake)).requires_grad_()
    (slope,) = torch.autograd.grad(D(between).sum(), between, create_graph=True)
    norm = (slope.flatten(1).square().sum(1) + 1e-12).sqrt()
    return generated.mean() - real.mean() + 10 * (norm - 1).square().mean()


def step():
    first = int(torch.randint(pool.shape[0] - m, ()))
    x = pool[first : first + m]
    with torch.no_grad():
        fake = G(torch.randn(m, latent, device=device))
    opt_d.zero_grad()
    d = loss_d(x, fake)
    d.backward()
    opt_d.step()
    opt_g.zero_grad()
    score = D(G(torch.randn(m, latent, device=device)))
    g = F.softplus(-score).mean() if setup["objective"] == "non-saturating" else -score.mean()
    g.backward()
    opt_g.step()
    return d, g


total = 0


def window(seconds):
    global total
    start = time.perf_counter()
    steps = 0
    while True:
        d, g = step()
        steps += 1
        if device.type == "cuda":
            if steps % 30:
                continue  # the losses are read now and then, as a chart would: each read waits for the GPU
            d.item()
        if time.perf_counter() - start >= seconds:
            break
    assert torch.isfinite(d) and torch.isfinite(g), "a loss is not a number"
    total += steps
    return steps / (time.perf_counter() - start)


def blas():
    """The library behind dense products: with Debian's reference BLAS, PyTorch is many times slower than with OpenBLAS."""
    if torch.backends.mkl.is_available():
        return "MKL"
    try:
        with open("/proc/self/maps") as maps:
            paths = {os.path.realpath(line.split()[-1]) for line in maps if ".so" in line}
    except OSError:
        return "unknown BLAS"
    names = sorted(path for path in paths if re.search(r"blas", os.path.basename(path)))
    if any("openblas" in path for path in names):
        return "OpenBLAS"
    return "slow reference BLAS: install libopenblas0" if names else "unknown BLAS"


def place():
    if device.type == "cuda":
        return torch.cuda.get_device_name()
    return f"{setup['threads']} thread{'s' if setup['threads'] > 1 else ''}, {blas()}"


def answer(value):
    print(json.dumps(value), flush=True)


window(0)
rate = window(setup["seconds"])
total = 0
kept = sum(p.numel() * 4 * 4 for net in (G, D) for p in net.parameters())  # weights, gradients, two moments
answer(
    {
        "kernels": None,
        "bytes": kept,
        "note": f"PyTorch {torch.__version__}, {place()}",
        "stepSeconds": 1 / rate,
    }
)
for line in sys.stdin:
    request = json.loads(line)
    if "kept" in request:
        resident = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        answer({"bytes": kept, "resident": resident, "steps": total})
    else:
        answer(window(request["seconds"]))
