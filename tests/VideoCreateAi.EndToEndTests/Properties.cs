// Each test starts programs of its own and mostly waits for them: two at once, or two cores drown.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
