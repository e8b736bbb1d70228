// Each test starts programs of its own and renders: one after the other, or two cores drown.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
